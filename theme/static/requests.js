/* The application form, and the sheets of the office: blanks of several lines grow with what is written, so that paper shows all
   of it, and printing says which required blanks are still empty. Nothing is sent or stored. */
(function () {
  "use strict";

  function each(list, act) {
    Array.prototype.forEach.call(list, act);
  }

  function grow(box) {
    box.style.height = "auto";
    if (box.scrollHeight > box.clientHeight) box.style.height = box.scrollHeight + 2 + "px";
  }

  function label(field) {
    return field.labels[0].firstChild.textContent.trim();
  }

  function empty(field) {
    return !field.value.trim();
  }

  /* The names of what art. 29 asks for and is not there. */
  function missing(form) {
    var names = [];
    each(form.querySelectorAll("[required]"), function (field) {
      if (empty(field)) names.push(label(field));
    });
    each(form.querySelectorAll("[data-gk-any]"), function (group) {
      var blanks = Array.prototype.slice.call(group.querySelectorAll("input, textarea"));
      if (blanks.every(empty)) names.push(group.getAttribute("data-gk-any"));
    });
    each(form.querySelectorAll("[data-gk-choices]"), function (choices) {
      if (!choices.querySelector(":checked")) names.push(choices.getAttribute("data-gk-choices"));
    });
    return names;
  }

  function say(form, words) {
    var status = form.querySelector("[data-gk-status]");
    if (status) status.textContent = words;
  }

  function report(form) {
    var names = missing(form);
    var words = form.getAttribute("data-gk-missing");
    say(form, names.length ? words.replace("{names}", names.join("、")) : "");
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("[data-gk-form]");
    if (!form) return;
    var boxes = form.querySelectorAll("textarea");
    form.addEventListener("input", function (event) {
      if (event.target.tagName === "TEXTAREA") grow(event.target);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault(); // there is nowhere to send it; Enter must not lose what was written
    });
    form.addEventListener("reset", function () {
      setTimeout(function () {
        each(boxes, grow);
        say(form, "");
      });
    });
    addEventListener("beforeprint", function () {
      each(boxes, grow);
      report(form);
    });
  });
})();
