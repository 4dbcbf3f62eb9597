"""One kind of leak a file: ``KIND`` and ``find(text)``, which yields where it begins and ends."""
