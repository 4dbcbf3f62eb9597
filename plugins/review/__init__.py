"""Records of review: who looked at exactly what before it became public, and may it stand.

政府信息公开条例 art. 17 and 保密法实施条例 (2024) art. 42: 先审查、后公开, item by item. A record lies beside
its item (``<serial>.review.toml``) and names people of ``registry/roles.toml``; see decision 0090.
"""
