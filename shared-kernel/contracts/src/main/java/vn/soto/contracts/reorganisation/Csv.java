package vn.soto.contracts.reorganisation;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells after RFC 4180: comma-separated, quoted with {@code "} where needed, {@code ""} within. Beyond it, empty
 * lines and those that begin with {@code #} are left out, cells are trimmed, and a byte order mark is dropped.
 */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if a quote is not closed, or something follows a closed one */
    static List<List<String>> lines(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<List<String>> lines = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            if (csv.text.charAt(csv.at) == '#') {
                csv.skipLine();
            } else {
                List<String> cells = csv.line();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    lines.add(cells);
                }
            }
        }
        return lines;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (next(','));
        next('\r');
        next('\n');
        return cells;
    }

    private boolean next(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private String cell() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"' && text.substring(start, at).isBlank()) {
                at++;
                return quoted();
            }
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (!next('"')) {
                return closed(cell);
            } else {
                cell.append('"');
            }
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private String closed(StringBuilder cell) {
        while (next(' ')) {
            // nothing but spaces may follow
        }
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw new IllegalArgumentException("something follows a closed quote");
        }
        return cell.toString().strip();
    }
}
