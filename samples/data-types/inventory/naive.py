"""Deliveries to a shop arrive as records: merge those of the same product (its name and
its colours, in any order) and print the stock, with a discount for products sold as a set.
"""
import json
import os

deliveries = [
    {"name": "mug", "colours": ["red", "white"], "count": 4},
    {"name": "lamp", "colours": ["black"], "count": "2"},
    {"name": "mug", "colours": ["white", "red"], "count": 6},
    {"name": "kettle", "colours": [], "count": None},
]


def load(folder):
    path = os.path.join(folder, "deliveries.json")
    if os.path.exists(path):
        f = open(path)
        return json.loads(f)
    else:
        return deliveries


def merge(list):
    stock = {}
    for record in list:
        colours = record["colours"]
        colours.sort()
        id = record["name"] + " " + "/".join(colours)
        if id not in stock:
            stock[id] = 0
        try:
            stock[id] += int(record["count"])
        except TypeError:
            pass
    return stock


def merge_products(records):
    # better than gluing strings together: use name and colours as the key
    stock = {}
    for record in records:
        product = {"name": record["name"], "colours": set(record["colours"])}
        stock[product] = stock.get(product, 0) + record["count"]
    return stock


def discount(names):
    sets = {
        {"mug", "kettle"}: 10,
        {"mug", "kettle", "lamp"}: 15,
    }
    return sets.get(set(names), 0)


def report(stock):
    max = 0
    for name in stock.keys():
        if stock[name] > max:
            max = stock[name]
    most = [id for id in stock if stock[id] == max]
    for name in stock:
        print(name, stock[name], "<- most" if name in most else "")


report(merge(load("data")))
