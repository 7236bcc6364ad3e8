"""Words that carry a question but not its subject; they are not looked for when anything else is left."""

STOP_WORDS = frozenset(
    """
    的 了 和 与 及 或 在 是 有 我 你 您 他 她 它 我们 你们 他们 自己 这 那 这个 那个 这些 那些 之 其 此 该
    吗 呢 吧 啊 呀 么 嘛 哦 请 请问 问 问题 想 想要 想问 要 能 能否 能不能 可以 可 可否 会 应 应该 需 需要 必须
    什么 什么样 啥 哪 哪些 哪个 哪里 哪儿 谁 几 多少 多久 多长 多大 怎么 怎么办 怎么样 怎样 如何 为什么 为何 何 何时
    是否 是不是 有没有 有无 没有 没 不 不能 不会 能够 算 算不算 属于 按 按照 根据 依据 对 对于 关于 由 被 把 将 让 给
    到 从 向 往 以 于 为 为了 因 因为 所以 如果 若 但 但是 而 而且 则 就 就是 都 也 还 还是 还有 又 再 才 只 很
    一个 一下 一些 个 些 里 中 内 上 下 时 时候 后 之后 前 之前 并 并且 等 等等 做 去 来 叫 说 知道 有关 相关 进行
    the a an of to in on for and or is are was were do does did what how which who can i my me
    """.split()  # noqa: SIM905 — a table of words reads better than a list of literals
)
