"""Read a CSV file of sales, add up the revenue per region and month, and write the totals to a
report. Lines that cannot be read are left out, but that should not go unnoticed.
"""
import datetime
import json
import os
import os.path as p
import tempfile

SAMPLE = """date,region,product,amount
2026-01-15,North,"Mug, large",12.50
2026-01-20,South,Lamp,80.00
2026-02-03,North,Lamp,80.00
2026-01-28,North,Mug,oops
"""


def parse_amount(text):
    try:
        amount = float(text)
        print("amount:", amount)
        return amount
    except ValueError:
        return 0


def read_sales(filename):
    list = []
    bad = 0
    file = open(filename)
    for line in file.readlines()[1:]:
        try:
            parts = line.strip().split(",")
            date = datetime.datetime.strptime(parts[0], "%Y-%m-%d")
            list.append([date, parts[1], parse_amount(parts[-1])])
        except:
            bad += 1
    file.close()
    return list


def totals(sales):
    result = {}
    for date, region, amount in sales:
        key = region + " " + date.strftime("%Y-%M")
        if key in result:
            result[key] = result[key] + amount
        else:
            result[key] = amount
    return result


def table(sales):
    return {[region, date.month]: amount for date, region, amount in sales}


def write_report(folder, result):
    if not p.exists(folder):
        os.makedirs(folder)
    path = p.join(folder, "report.json")
    text = "{"
    for key in result:
        text += '"' + key + '": ' + str(result[key]) + ","
    out = open(path, "w")
    out.write(text.rstrip(",") + "}")
    out.close()
    sum = 0
    for key in json.load(open(path)).keys():
        sum += result[key]
    print("report written, revenue:", sum)


folder = tempfile.mkdtemp()
filename = os.path.join(folder, "sales.csv")
with open(filename, "w") as input:
    input.write(SAMPLE)
write_report(folder, totals(read_sales(filename)))
