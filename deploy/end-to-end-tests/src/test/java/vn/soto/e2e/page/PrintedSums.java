package vn.soto.e2e.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The numbers in a table with totals add up. A total of a sum is the sum of the rows above it. A total that counts
 * shared things once is not above that sum, and its heading says so.
 */
final class PrintedSums {

    private PrintedSums() {}

    static List<String> wrong(Element table) {
        List<String> wrong = new ArrayList<>();
        for (Element total : table.select("tfoot td:has(data)")) {
            int column = column(total);
            BigDecimal stated = number(total);
            // A row for paper alone stands for those that paper leaves out.
            BigDecimal sum = table.select("tbody tr:not(.paper)").stream()
                    .flatMap(row -> row.children().stream().filter(cell -> column(cell) == column))
                    .map(PrintedSums::number)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            String heading = table.select("thead tr").stream()
                    .flatMap(row -> row.children().stream().filter(cell -> column(cell) == column))
                    .map(Element::text)
                    .findFirst()
                    .orElse("");
            switch (total.attr("data-total")) {
                case "sum" -> {
                    if (sum.compareTo(stated) != 0) {
                        wrong.add("rows of “" + heading + "” sum to " + sum + " above a total of " + stated);
                    }
                }
                case "once" -> {
                    if (stated.compareTo(sum) > 0 || !heading.matches(".*(một lần|once).*")) {
                        wrong.add("“" + heading + "” counts once " + stated + " of " + sum + ", and does not say so");
                    }
                }
                default -> wrong.add("nothing says how the total of “" + heading + "” comes about");
            }
        }
        return wrong;
    }

    /** Columns before a cell, those that a cell spans counted each. */
    private static int column(Element cell) {
        int column = 0;
        for (Element before = cell.previousElementSibling(); before != null; before = before.previousElementSibling()) {
            column += before.hasAttr("colspan") ? Integer.parseInt(before.attr("colspan")) : 1;
        }
        return column;
    }

    private static BigDecimal number(Element cell) {
        Element data = cell.selectFirst("data");
        String text = data == null ? cell.text().replaceAll("[^0-9]", "") : data.attr("value");
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
