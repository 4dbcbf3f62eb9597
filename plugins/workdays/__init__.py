"""Working days (工作日) of China, and the last day of a period counted in them.

    holidays   what is off and what is worked instead: the notices year by year, the 放假办法
    calendar   every day from 2007 on, rest or work; a site's own holidays laid over it
    periods    the last day of a period, and why; the how-manyeth working day a day is

``years/*.toml`` hold what the yearly notices of the General Office of the State Council
(国务院办公厅关于…年部分节假日安排的通知), and the three that changed one of them, say. A number or
date of a notice stands there only where two independent copies of it, or the official one, were
seen; the day on which the notices for 2008 and 2009 were signed is left out for that. A new year
is one new file. Pure; imports nothing of the house.
"""
