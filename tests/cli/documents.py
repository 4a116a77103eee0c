"""Documents for the command line: one good one, and what people give by mistake."""

GOOD = """Ferry strike and spare berths

Quay Report #12 | May 6, 2024

The ferries stood still for a day.

Japan

Port Minister Rin Okada said, “We will sail at dawn whatever the wind does.”

Norway

On May 3, 2024, the crews met in Bergen.
"""

BETTER = GOOD.replace("for a day", "for two days")

NEXT = GOOD.replace("#12 | May 6", "#13 | May 13").replace("Ferry strike", "Quiet week")

UNNUMBERED = GOOD.replace("Quay Report #12 | May 6, 2024\n\n", "")

NO_SUCH_DAY = GOOD.replace("May 6, 2024", "February 30, 2024").replace("#12", "#14")

TWO = GOOD + "\n\n" + NEXT

PAGE = """<!doctype html><html><head><title>Quay Report</title>
<script>alert("May 1, 2024: not a word of this")</script><style>p { color: red }</style></head>
<body><h1>Ferry strike</h1><p>Quay Report #15 | May 27, 2024</p><p>Calm.</p>
<h2>Japan</h2><p onclick="steal()">Port Minister Rin Okada said, “We will sail at dawn.”</p>
</body></html>
"""

RUSSIAN = """Забастовка на пароме

Вестник причала #3 | May 6, 2024

Паромы стояли весь день, и никто не спорил.

Россия

Капитан порта сказал: «Мы выйдем на рассвете, что бы ни случилось».
"""

FRENCH = """Grève au quai

Lettre du Quai #4 | May 6, 2024

Les bateaux sont restés à quai, déçus mais à l’heure.

France

Le maître du port a dit : « Nous partirons à l’aube. »
"""
