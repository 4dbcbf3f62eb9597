/* 404: puts the words of the missing address into the search box, so that one step finds the item. */
(function () {
  "use strict";

  /* The words of a path below the site: an index number whole, anything else word by word. */
  function words(path) {
    var name = path.replace(/\.html?$/i, "").replace(/\/(index)?$/i, "");
    var item = /^item\/(.+)$/.exec(name);
    return item ? item[1] : name.replace(/[\/_+.\-]+/g, " ").trim();
  }

  function decoded(path) {
    try {
      return decodeURIComponent(path);
    } catch (malformed) {
      return path;
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var box = document.getElementById("missing");
    if (!box || !/^https?:$/.test(location.protocol)) return;
    var base = new URL(box.form.action).pathname.replace(/search\/index\.html$/, "");
    var path = location.pathname;
    if (path.indexOf(base) === 0) path = path.slice(base.length);
    box.value = words(decoded(path)).slice(0, 100);
  });
})();
