/* The blanks of a model letter: what is typed takes the place of the line, plain text without
   breaks; an emptied blank is a line again. Nothing is sent or stored. */
(function () {
  "use strict";

  function blank(event) {
    return event.target.closest ? event.target.closest("[data-gk-blank]") : null;
  }

  function filled(span) {
    var text = span.textContent.trim();
    return text !== "" && text !== span.getAttribute("data-gk-blank");
  }

  function settle(span) {
    if (!filled(span)) span.textContent = span.getAttribute("data-gk-blank");
    span.toggleAttribute("data-gk-filled", filled(span));
  }

  document.addEventListener("focusin", function (event) {
    var span = blank(event);
    if (span && !filled(span)) getSelection().selectAllChildren(span);
  });
  document.addEventListener("focusout", function (event) {
    var span = blank(event);
    if (span) settle(span);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.isComposing && blank(event)) event.preventDefault();
  });
  document.addEventListener("paste", function (event) {
    if (!blank(event)) return;
    event.preventDefault();
    var text = event.clipboardData.getData("text/plain").replace(/\s+/g, " ");
    document.execCommand("insertText", false, text);
  });
  document.addEventListener("drop", function (event) {
    if (blank(event)) event.preventDefault();
  });
})();
