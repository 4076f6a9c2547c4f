"""Deliveries to a shop arrive as records: merge those of the same product.

The name and the colours, in any order, make the product. Products that are sold as a
set get a discount.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SET_DISCOUNTS: Mapping[frozenset[str], int] = {
    frozenset({"mug", "kettle"}): 10,
    frozenset({"mug", "kettle", "lamp"}): 15,
}
SAMPLE = """
[
  {"name": "mug", "colours": ["red", "white"], "count": 4},
  {"name": "lamp", "colours": ["black"], "count": "2"},
  {"name": "mug", "colours": ["white", "red"], "count": 6}
]
"""


class DeliveryError(ValueError):
    """A record that does not describe a delivery."""


@dataclass(frozen=True)
class Product:
    """What makes two deliveries the same product.

    Frozen, with a frozenset inside: equal products have equal hashes and cannot change
    afterwards, so that they can be keys.
    """

    name: str
    colours: frozenset[str]

    def __str__(self) -> str:
        """Return a label that does not depend on the order of the colours."""
        return " ".join([self.name, *sorted(self.colours)])


@dataclass(frozen=True)
class Delivery:
    """A number of pieces of one product."""

    product: Product
    count: int


def parse_delivery(record: Mapping[str, Any]) -> Delivery:
    """Turn a raw record into a delivery.

    >>> parse_delivery({"name": "lamp", "colours": ["black"], "count": "2"}).count
    2
    """
    try:
        product = Product(record["name"], frozenset(record["colours"]))
        return Delivery(product, int(record["count"]))
    except (KeyError, TypeError, ValueError) as error:
        raise DeliveryError(f"not a delivery: {record}") from error


def read_deliveries(path: Path) -> list[Delivery]:
    """Read the deliveries of a JSON file; a file that is not there yet has none.

    >>> read_deliveries(Path("not-there-yet.json"))
    []
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [parse_delivery(record) for record in json.loads(text)]


def merge(deliveries: Iterable[Delivery]) -> Counter[Product]:
    """Add up the pieces of each product.

    >>> mug = Product("mug", frozenset({"red"}))
    >>> merge([Delivery(mug, 4), Delivery(mug, 6)])[mug]
    10
    """
    stock: Counter[Product] = Counter()
    for delivery in deliveries:
        stock[delivery.product] += delivery.count
    return stock


def discount(names: Iterable[str]) -> int:
    """Return the discount in per cent for products that are bought together.

    >>> discount(["kettle", "mug"])
    10
    >>> discount(["lamp"])
    0
    """
    return SET_DISCOUNTS.get(frozenset(names), 0)


def main() -> None:
    """Print the stock, the largest first."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deliveries.json"
        path.write_text(SAMPLE, encoding="utf-8")
        stock = merge(read_deliveries(path))
    for product, count in stock.most_common():
        print(f"{product}: {count}")
    print(f"mug and kettle: {discount(['mug', 'kettle'])} % off")


if __name__ == "__main__":
    main()
