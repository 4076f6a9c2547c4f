"""Read a CSV file of sales and write the revenue per region and month as a report.

Lines that cannot be read are left out, but that should not go unnoticed.
"""

import csv
import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from tempfile import TemporaryDirectory

SAMPLE = """date,region,product,amount
2026-01-15,North,"Mug, large",12.50
2026-01-20,South,Lamp,80.00
2026-02-03,North,Lamp,80.00
2026-01-28,North,Mug,oops
"""

logger = logging.getLogger(__name__)


class SaleError(ValueError):
    """A line that does not describe a sale."""


@dataclass(frozen=True)
class Sale:
    """One line of the file, as far as the report needs it."""

    day: date
    region: str
    amount: Decimal

    @property
    def month(self) -> str:
        """The month, written so that it sorts by time."""
        return f"{self.day:%Y-%m}"


Totals = Mapping[tuple[str, str], Decimal]


def parse_sale(row: Mapping[str, str]) -> Sale:
    """Turn a row of the file into a sale.

    >>> parse_sale({"date": "2026-01-15", "region": "North", "amount": "12.50"}).month
    '2026-01'
    """
    try:
        day = date.fromisoformat(row["date"])
        return Sale(day, row["region"], Decimal(row["amount"]))
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise SaleError(f"not a sale: {row}") from error


def read_sales(path: Path) -> list[Sale]:
    """Read the sales, and log the lines that are left out.

    >>> with TemporaryDirectory() as name:
    ...     path = Path(name) / "sales.csv"
    ...     _ = path.write_text(SAMPLE, encoding="utf-8")
    ...     len(read_sales(path))
    3
    """
    sales: list[Sale] = []
    with path.open(encoding="utf-8", newline="") as handle:
        # The csv module knows about quotes: a comma may be a part of the product.
        reader = csv.DictReader(handle)
        for row in reader:
            try:
                sale = parse_sale(row)
            except SaleError as error:
                logger.warning("%s, line %d: %s", path.name, reader.line_num, error)
            else:
                sales.append(sale)
    return sales


def totals(sales: Iterable[Sale]) -> Totals:
    """Add up the revenue per region and month.

    >>> mug = Sale(date(2026, 1, 15), "North", Decimal("12.50"))
    >>> totals([mug, mug])[("North", "2026-01")]
    Decimal('25.00')
    """
    revenue: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for sale in sales:
        revenue[sale.region, sale.month] += sale.amount
    return dict(revenue)


def write_report(path: Path, revenue: Totals) -> None:
    """Write the totals as JSON, the highest first.

    Amounts become strings: as JSON numbers they would be read back as binary floats.

    >>> with TemporaryDirectory() as name:
    ...     path = Path(name) / "report.json"
    ...     write_report(path, {("North", "2026-01"): Decimal("12.50")})
    ...     json.loads(path.read_text(encoding="utf-8"))
    [{'region': 'North', 'month': '2026-01', 'revenue': '12.50'}]
    """
    ranking = sorted(revenue.items(), key=lambda item: item[1], reverse=True)
    report = [
        {"region": region, "month": month, "revenue": str(amount)}
        for (region, month), amount in ranking
    ]
    with path.open("w", encoding="utf-8") as handle:
        json.dump(report, handle, indent=2)


def main() -> None:
    """Make the report of a sample file."""
    logging.basicConfig(level=logging.WARNING)
    with TemporaryDirectory() as name:
        source = Path(name) / "sales.csv"
        source.write_text(SAMPLE, encoding="utf-8")
        revenue = totals(read_sales(source))
        target = source.with_name("report.json")
        write_report(target, revenue)
        print(target.read_text(encoding="utf-8"))
    print(f"revenue: {sum(revenue.values())}")


if __name__ == "__main__":
    main()
