package vn.soto.web.log;

import java.nio.charset.StandardCharsets;

/** One line of a log: without control characters, and at most {@link #BYTES} long in UTF-8 with its end. */
final class LogLine {

    static final int BYTES = 1024;
    private static final String CUT = "…";

    private LogLine() {}

    /** The text as one line, with its end; what does not fit is cut. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), BYTES));
        int room = BYTES - 1 - CUT.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); ) {
            int character = shown(text.codePointAt(i));
            int size = size(character);
            if (size > room) {
                line.append(CUT);
                break;
            }
            room -= size;
            line.appendCodePoint(character);
            i += Character.charCount(text.codePointAt(i));
        }
        return line.append('\n').toString();
    }

    /** Characters that could end a line, hide a part of it or turn its direction become a question mark. */
    private static int shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' ? ' ' : '?';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> character;
        };
    }

    private static int size(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
