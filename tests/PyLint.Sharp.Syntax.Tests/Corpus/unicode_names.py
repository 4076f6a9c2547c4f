ﬁ = 1
fi = ﬁ
ℌ = ª = 2
наме = "x"
变量.属性 = 名字
class Ａ: pass
def f(ﬀ=1): return ff
