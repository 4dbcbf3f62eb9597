/* The reader's choices and the buttons of the frame. Classic and not deferred: the choice must be
   made before the first line is drawn. Works from disk; where nothing can be stored (private
   windows, kiosks) a choice holds for the page. */
(function () {
  "use strict";
  var root = document.documentElement;
  var choices = ["size", "theme"];

  function stored(name) {
    try {
      return localStorage.getItem("gk-" + name) || "";
    } catch (refused) {
      return "";
    }
  }

  function store(name, value) {
    try {
      localStorage.setItem("gk-" + name, value);
    } catch (refused) {
      /* the choice still holds for this page */
    }
  }

  function apply(name, value) {
    if (/^[a-z]+$/.test(value)) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
  }

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function press(name) {
    each("[data-gk-set=" + name + "]", function (button) {
      var on = button.value === (root.getAttribute("data-" + name) || "");
      button.setAttribute("aria-pressed", String(on));
    });
  }

  function copy(id) {
    var range = document.createRange();
    range.selectNodeContents(document.getElementById(id));
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy"); // the one way that also works from disk
  }

  function measure() {
    each(".gk-scroller", function (frame) {
      frame.toggleAttribute("data-gk-wide", frame.scrollWidth > frame.clientWidth + 1);
    });
  }

  function date() {
    var day = new Date();
    each("[data-gk-today]", function (element) {
      var words = [day.getFullYear(), "年", day.getMonth() + 1, "月", day.getDate(), "日"];
      element.textContent = element.getAttribute("data-gk-today") + words.join("");
    });
  }

  function wire() {
    each("[data-gk-settings], [data-gk-print], [data-gk-copy]", function (element) {
      element.hidden = false;
    });
    choices.forEach(press);
    measure();
    addEventListener("resize", measure);
    addEventListener("beforeprint", date);
    document.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      var name = button.getAttribute("data-gk-set");
      if (name) {
        apply(name, button.value);
        store(name, button.value);
        press(name);
        measure();
      } else if (button.hasAttribute("data-gk-print")) {
        print();
      } else if (button.hasAttribute("data-gk-copy")) {
        var done = copy(button.getAttribute("data-gk-copy"));
        var words = button.getAttribute("data-gk-done");
        var said = button.nextElementSibling; // a status, which screen readers read out
        if (done && words && said) said.textContent = words;
      }
    });
  }

  choices.forEach(function (name) {
    apply(name, stored(name));
  });
  document.addEventListener("DOMContentLoaded", wire);
})();
