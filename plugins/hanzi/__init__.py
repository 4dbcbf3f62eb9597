"""One normaliser and one tokenizer for text and query; their twin runs in the browser.

    fold     a character -> what it is found by: width, case, Simplified, brackets, dashes
    tokens   folded text -> the tokens of the index; numbers -> keys equal in every writing
    units    the order and the JSON of strings as JavaScript sees them (UTF-16)

The twin is ``theme/static/search/hanzi.js``. It holds no table of its own: folding, and what
parts two words, come to it from here as data, so that neither side asks its own version of
Unicode. Pure; imports neither Pelican, Jinja nor Markdown.
"""
