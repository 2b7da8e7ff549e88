package vn.soto.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of A4 with the margins of decree 30/2020, filled from the top. Lengths are points; a place on a sheet is the
 * distance from its left and its upper edge. Not thread-safe.
 */
final class Sheets implements AutoCloseable {

    private static final float MILLIMETRE = 72 / 25.4f;
    static final float LEFT = 30 * MILLIMETRE;
    static final float TOP = 20 * MILLIMETRE;
    private static final float RIGHT = 15 * MILLIMETRE;
    private static final float BOTTOM = 20 * MILLIMETRE;
    static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;
    static final float HEIGHT = PDRectangle.A4.getHeight() - TOP - BOTTOM;

    /** Height of a line, in sizes of its letters: single spacing, the least that decree 30/2020 allows. */
    static final float LINE = 1.15f;

    /** Height of letters above the line on which they stand, in sizes. */
    private static final float ASCENT = 0.89f;

    private static final float HAIR = 0.5f;
    private static final float NUMBER_SIZE = 13;

    /** Thousandths of a size, in which adjustments between words are written. */
    private static final float UNITS = 1000;

    private final PDDocument document;
    private final EmbeddedFonts fonts;
    private final Tags tags;
    private final List<PDPage> pages = new ArrayList<>();
    private @Nullable PDPageContentStream content;
    private float down;

    Sheets(PDDocument document) throws IOException {
        this.document = document;
        this.fonts = new EmbeddedFonts(document);
        this.tags = new Tags(document);
        begin();
    }

    Tags tags() {
        return tags;
    }

    EmbeddedFonts fonts() {
        return fonts;
    }

    int count() {
        return pages.size();
    }

    float down() {
        return down;
    }

    void moveTo(float place) {
        down = place;
    }

    void skip(float height) {
        down += height;
    }

    /** Goes on on another sheet unless there is room; returns whether it did. */
    boolean room(float height) throws IOException {
        if (down + height <= PDRectangle.A4.getHeight() - BOTTOM) {
            return false;
        }
        begin();
        return true;
    }

    private void begin() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        tags.page(page);
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        down = TOP;
        if (pages.size() > 1) {
            Lines lines = new Lines(fonts, Face.REGULAR, NUMBER_SIZE);
            String number = Integer.toString(pages.size());
            artifact(lines, LEFT + (WIDTH - lines.wide(number)) / 2, TOP / 2, number);
        }
    }

    private PDPageContentStream content() {
        PDPageContentStream begun = content;
        if (begun == null) {
            throw new IllegalStateException("the sheets are closed");
        }
        return begun;
    }

    /** Writes a line of text, whose top is at {@code top}, as a part of an element. */
    void text(PDStructureElement of, Lines lines, float left, float top, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        tags.begin(of, pages.getLast(), content());
        write(lines, left, top, new Object[] {text});
        content().endMarkedContent();
    }

    /** The same, stretched between its words to a width. */
    void stretched(PDStructureElement of, Lines lines, float left, float top, String text, float width)
            throws IOException {
        String[] words = text.split(" ", -1);
        float gap = words.length < 2 ? 0 : (width - lines.wide(text)) / (words.length - 1);
        Object[] parts = new Object[2 * words.length - 1];
        for (int word = 0; word < words.length; word++) {
            boolean isLast = word == words.length - 1;
            parts[2 * word] = isLast ? words[word] : words[word] + " ";
            if (!isLast) {
                parts[2 * word + 1] = -gap * UNITS / lines.size();
            }
        }
        tags.begin(of, pages.getLast(), content());
        write(lines, left, top, parts);
        content().endMarkedContent();
    }

    /** Writes a line of text that is no part of the content. */
    void artifact(Lines lines, float left, float top, String text) throws IOException {
        Tags.beginArtifact(content());
        write(lines, left, top, new Object[] {text});
        content().endMarkedContent();
    }

    private void write(Lines lines, float left, float top, Object[] parts) throws IOException {
        PDPageContentStream to = content();
        to.beginText();
        to.setFont(fonts.font(lines.face()), lines.size());
        to.newLineAtOffset(left, up(top + ASCENT * lines.size()));
        to.showTextWithPositioning(parts);
        to.endText();
    }

    /** Draws a line across. */
    void across(float left, float top, float width) throws IOException {
        line(left, top, left + width, top);
    }

    /** Draws a line downwards. */
    void downwards(float left, float top, float height) throws IOException {
        line(left, top, left, top + height);
    }

    private void line(float left, float top, float right, float bottom) throws IOException {
        PDPageContentStream to = content();
        Tags.beginArtifact(to);
        to.setLineWidth(HAIR);
        to.moveTo(left, up(top));
        to.lineTo(right, up(bottom));
        to.stroke();
        to.endMarkedContent();
    }

    /** Draws black squares, each as its column and row, as a figure of a width. */
    void squares(PDStructureElement of, float left, float top, float side, List<int[]> squares) throws IOException {
        PDPageContentStream to = content();
        tags.begin(of, pages.getLast(), to);
        for (int[] square : squares) {
            to.addRect(left + square[0] * side, up(top + (square[1] + 1) * side), side, side);
        }
        to.fill();
        to.endMarkedContent();
    }

    private static float up(float down) {
        return PDRectangle.A4.getHeight() - down;
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }
}
