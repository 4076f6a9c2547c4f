"""Evaluate an arithmetic expression with + - * / and brackets (and the usual precedence);
say so when the text is not an expression.
"""


def tokenize(text):
    tokens = []
    number = ""
    for i in range(len(text)):
        char = text[i]
        if char.isdigit() or char == ".":
            number += char
        else:
            if number != "":
                tokens.append(number)
                number = ""
            if char != " ":
                tokens.append(char)
    if number != "":
        tokens.append(number)
    return tokens


def precedence(op):
    # first idea, not used any more
    table = {["+", "-"]: 1, ["*", "/"]: 2}
    for ops in table:
        if op in ops:
            return table[ops]


def is_number(token):
    try:
        float(token)
        return True
    except ValueError:
        return False


def parse_sum(tokens):
    sum = parse_product(tokens)
    while tokens and tokens[0] in ["+", "-"]:
        op = tokens.pop(0)
        if op == "+":
            sum = sum + parse_product(tokens)
        else:
            sum = sum - parse_product(tokens)
    return sum


def parse_product(tokens):
    left = parse_atom(tokens)
    while tokens and (tokens[0] == "*" or tokens[0] == "/"):
        op = tokens.pop(0)
        right = parse_atom(tokens)
        left = left * right if op == "*" else left / right
    return left


def parse_atom(tokens):
    next = tokens.pop(0)
    if next == "(":
        value = parse_sum(tokens)
        tokens.pop(0)
        return value
    if is_number(next):
        return float(next)
    raise Exception("unexpected " + next)


def evaluate(text):
    try:
        result = parse_sum(tokenize(text))
        return result
    except:
        print("cannot evaluate", text)


for input in ["2 * (3 + 4) - 5 / 2", "1 +", "8 / (4 - 4)"]:
    print(input, "=", evaluate(input))
