package vn.soto.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, of which the letters in use alone are embedded. Not thread-safe. */
final class EmbeddedFonts {

    private static final float UNITS = 1000;
    private static final String UNKNOWN = "?";

    private final PDDocument document;
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);

    /** Thousandths of the size, by letter; -1 for a letter that the font lacks. */
    private final Map<Face, Map<Integer, Float>> widths = new EnumMap<>(Face.class);

    EmbeddedFonts(PDDocument document) {
        this.document = document;
    }

    PDType0Font font(Face face) {
        return fonts.computeIfAbsent(face, this::load);
    }

    /** Without ligatures: a reader copies the letters that were written. */
    private PDType0Font load(Face face) {
        try (InputStream file =
                Objects.requireNonNull(EmbeddedFonts.class.getResourceAsStream(face.file()), face.file())) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(font);
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width of a text that {@link #known} gave. */
    float width(Face face, float size, String text) {
        double width =
                text.codePoints().mapToDouble(letter -> width(face, letter)).sum();
        return (float) (width * size / UNITS);
    }

    /** The text in composed letters of the font: others become a question mark, and white space a blank. */
    String known(Face face, String text) {
        StringBuilder known = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
                known.append(' ');
            } else if (Character.getType(letter) != Character.FORMAT) {
                known.append(width(face, letter) < 0 ? UNKNOWN : Character.toString(letter));
            }
        });
        return known.toString();
    }

    private float width(Face face, int letter) {
        return widths.computeIfAbsent(face, none -> new HashMap<>())
                .computeIfAbsent(letter, of -> measured(font(face), Character.toString(of)));
    }

    private static float measured(PDType0Font font, String letter) {
        try {
            return font.getStringWidth(letter);
        } catch (IllegalArgumentException lacking) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
