package vn.soto.paper;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes a paper as a PDF file. Papers that are equal give the same bytes: the file has the time of its version, an
 * identifier of its content and no clock.
 */
public final class PaperFile {

    /** Size of the letters of texts, the least that decree 30/2020 allows. */
    private static final float BODY = 13;

    /** Sizes of letters in tables that are tried until the paper has {@value #FEW} sheets; long lists have the last. */
    private static final float[] SIZES = {12, 11};

    private static final int FEW = 2;
    private static final int LONG = 120;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    private static final float CODE = 74;
    private static final float GAP = 8;
    private static final float ROOM_TO_SIGN = 54;
    private static final float SMALLEST = 9;
    private static final float INDENT = 28;

    private final Paper paper;
    private final Sheets sheets;

    /** Of letters in tables. */
    private final float small;

    private PaperFile(Paper paper, Sheets sheets, float small) {
        this.paper = paper;
        this.sheets = sheets;
        this.small = small;
    }

    /** The bytes of the file. */
    public static byte[] of(Paper paper) {
        boolean isLong = paper.rows() > LONG;
        for (float size : SIZES) {
            boolean isLast = size == SIZES[SIZES.length - 1];
            if (isLong && !isLast) {
                continue;
            }
            try (PDDocument document = new PDDocument()) {
                int count = write(paper, document, size);
                if (count <= FEW || isLast) {
                    return saved(paper, document);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no size was tried");
    }

    private static int write(Paper paper, PDDocument document, float size) throws IOException {
        try (Sheets sheets = new Sheets(document)) {
            PaperFile file = new PaperFile(paper, sheets, size);
            file.top();
            file.title();
            file.body();
            file.end();
            sheets.tags().end();
            return sheets.count();
        }
    }

    private static byte[] saved(Paper paper, PDDocument document) throws IOException {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.kind() + " – " + paper.about() + " – " + paper.organ());
        about.setProducer("Sổ Tổ");
        if (paper.madeAt() != null) {
            about.setCreationDate(GregorianCalendar.from(paper.madeAt().atZone(VIETNAM)));
        }
        document.setDocumentInformation(about);
        document.setDocumentId((long) paper.toString().hashCode());
        document.getDocumentCatalog().setLanguage(paper.language().toLanguageTag());
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private Lines lines(Face face, float of) {
        return new Lines(sheets.fonts(), face, of);
    }

    private String capitals(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** The names of the organs beside the name of the State. */
    private void top() throws IOException {
        float half = Sheets.WIDTH * 0.41f;
        float begin = sheets.down();
        PDStructureElement organs = sheets.tags().element("P");
        centred(organs, lines(Face.REGULAR, 12), capitals(paper.superior()), Sheets.LEFT, half);
        float named = centred(organs, lines(Face.BOLD, 12), capitals(paper.organ()), Sheets.LEFT, half);
        underline(Sheets.LEFT, half, named * 0.4f);
        sheets.skip(GAP / 2);
        centred(sheets.tags().element("P"), lines(Face.REGULAR, 13), paper.number(), Sheets.LEFT, half);
        float first = sheets.down();
        sheets.moveTo(begin);
        float left = Sheets.LEFT + half;
        float width = Sheets.WIDTH - half;
        PDStructureElement country = sheets.tags().element("P");
        centred(country, lines(Face.BOLD, 12), COUNTRY, left, width);
        float motto = centred(country, lines(Face.BOLD, 13), MOTTO, left, width);
        underline(left, width, motto);
        sheets.skip(GAP / 2);
        centred(sheets.tags().element("P"), lines(Face.ITALIC, 13), paper.dated(), left, width);
        sheets.moveTo(Math.max(first, sheets.down()) + 1.5f * GAP);
    }

    private void title() throws IOException {
        if (!paper.mark().isEmpty()) {
            centred(sheets.tags().element("P"), lines(Face.BOLD_ITALIC, BODY), paper.mark(), Sheets.LEFT, Sheets.WIDTH);
        }
        PDStructureElement title = sheets.tags().element("H1");
        centred(title, lines(Face.BOLD, BODY + 1), capitals(paper.kind()), Sheets.LEFT, Sheets.WIDTH);
        float about = centred(title, lines(Face.BOLD, BODY), paper.about(), Sheets.LEFT, Sheets.WIDTH);
        underline(Sheets.LEFT, Sheets.WIDTH, about * 0.4f);
        sheets.skip(GAP);
    }

    /** Writes centred lines; returns the width of the last. */
    private float centred(PDStructureElement of, Lines lines, String text, float left, float width) throws IOException {
        float wide = 0;
        for (String line : text.isEmpty() ? List.<String>of() : lines.balanced(text, width - GAP)) {
            wide = lines.wide(line);
            sheets.text(of, lines, left + (width - wide) / 2, sheets.down(), line);
            sheets.skip(lines.size() * Sheets.LINE);
        }
        return wide;
    }

    private void underline(float left, float width, float of) throws IOException {
        sheets.skip(2);
        sheets.across(left + (width - of) / 2, sheets.down(), of);
        sheets.skip(3);
    }

    /** The end of the body stays with the signatures, so that these are not alone on a sheet. */
    private void body() throws IOException {
        List<Paper.Block> blocks = paper.body();
        for (int place = 0; place < blocks.size(); place++) {
            Paper.Block block = blocks.get(place);
            int after = blocks.size() - 1 - place;
            block(block, after == 0 || (after == 1 && block instanceof Paper.Heading) ? endHeight(evidence()) : 0);
        }
    }

    /** @param after height of what stays with the end of the block */
    private void block(Paper.Block block, float after) throws IOException {
        switch (block) {
            case Paper.Heading heading -> {
                // A heading stays with two lines of what it heads.
                sheets.room(4 * BODY * Sheets.LINE + after);
                sheets.skip(GAP / 2);
                flowing(sheets.tags().element("H2"), lines(Face.BOLD, BODY), heading.text(), 0, 0);
            }
            case Paper.Paragraph paragraph ->
                flowing(sheets.tags().element("P"), lines(Face.REGULAR, BODY), paragraph.text(), INDENT, after);
            case Paper.Table table -> {
                sheets.skip(GAP / 2);
                new Grid(sheets, table, small).write(after);
                sheets.skip(GAP / 2);
            }
        }
    }

    /** Writes a paragraph between both margins. Its last two lines stay together, and with what is after it. */
    private void flowing(PDStructureElement of, Lines lines, String text, float indent, float after)
            throws IOException {
        List<String> broken = lines.of(text, Sheets.WIDTH, indent);
        float high = lines.size() * Sheets.LINE;
        for (int line = 0; line < broken.size(); line++) {
            boolean isEnd = line == Math.max(0, broken.size() - 2);
            sheets.room(isEnd ? (broken.size() - line) * high + (after > 0 ? GAP / 2 + after : 0) : high);
            float begin = line == 0 ? indent : 0;
            if (line < broken.size() - 1) {
                sheets.stretched(of, lines, Sheets.LEFT + begin, sheets.down(), broken.get(line), Sheets.WIDTH - begin);
            } else {
                sheets.text(of, lines, Sheets.LEFT + begin, sheets.down(), broken.get(line));
            }
            sheets.skip(high);
        }
        sheets.skip(GAP / 2);
    }

    /** Signatures, recipients and evidence, which stay together on the last sheet. */
    private void end() throws IOException {
        List<String> evidence = evidence();
        sheets.room(endHeight(evidence));
        sheets.skip(GAP);
        float begin = sheets.down();
        signatures();
        float signed = sheets.down();
        sheets.moveTo(begin);
        received();
        sheets.moveTo(Math.max(signed, sheets.down()));
        evidence(evidence);
    }

    /** Height of {@link #end()}. */
    private float endHeight(List<String> evidence) {
        float signed = 3 * BODY * Sheets.LINE + ROOM_TO_SIGN;
        float received = (recipients().size() + 1) * 12 * Sheets.LINE;
        float found = Math.max(CODE, (evidence.size() + 1) * SMALLEST * Sheets.LINE) + 2 * GAP;
        return GAP + Math.max(signed, received) + found;
    }

    /** The left of a sheet that recipients take beside the signatures, as decree 30/2020 sets them. */
    private float margin() {
        return paper.recipients().isEmpty() ? 0 : Sheets.WIDTH * 0.35f;
    }

    private void signatures() throws IOException {
        int count = paper.signatures().size();
        float begin = sheets.down();
        float lowest = begin;
        float width = (Sheets.WIDTH - margin()) / Math.max(1, count);
        for (int place = 0; place < count; place++) {
            Paper.Signature signature = paper.signatures().get(place);
            PDStructureElement office = sheets.tags().element("P");
            sheets.moveTo(begin);
            float left = Sheets.LEFT + margin() + place * width;
            centred(office, lines(Face.BOLD, BODY), capitals(signature.office()), left, width);
            centred(office, lines(Face.ITALIC, BODY), signature.how(), left, width);
            lowest = Math.max(lowest, sheets.down());
        }
        sheets.moveTo(lowest + ROOM_TO_SIGN);
    }

    private void received() throws IOException {
        if (paper.recipients().isEmpty()) {
            return;
        }
        PDStructureElement list = sheets.tags().element("P");
        Lines head = lines(Face.BOLD_ITALIC, 12);
        String first = head.fonts().known(head.face(), paper.recipients().getFirst());
        sheets.text(list, head, Sheets.LEFT, sheets.down(), first);
        sheets.skip(head.size() * Sheets.LINE);
        Lines plain = lines(Face.REGULAR, 11);
        for (String line : recipients()) {
            sheets.text(list, plain, Sheets.LEFT, sheets.down(), line);
            sheets.skip(plain.size() * Sheets.LINE);
        }
    }

    /** The lines of those below the first. */
    private List<String> recipients() {
        Lines plain = lines(Face.REGULAR, 11);
        return paper.recipients().stream()
                .skip(1)
                .flatMap(recipient -> plain.of(recipient, margin() - GAP).stream())
                .toList();
    }

    private List<String> evidence() {
        Lines small = lines(Face.REGULAR, SMALLEST);
        List<String> lines = new ArrayList<>();
        for (String line : paper.evidence().lines()) {
            lines.addAll(small.of(line, Sheets.WIDTH - CODE - GAP));
        }
        lines.addAll(small.of(paper.evidence().address(), Sheets.WIDTH - CODE - GAP));
        return lines;
    }

    private void evidence(List<String> written) throws IOException {
        sheets.skip(GAP);
        sheets.across(Sheets.LEFT, sheets.down(), Sheets.WIDTH);
        sheets.skip(GAP / 2);
        float begin = sheets.down();
        code(begin);
        float left = Sheets.LEFT + CODE + GAP;
        PDStructureElement text = sheets.tags().element("P");
        Lines head = lines(Face.BOLD, SMALLEST);
        sheets.text(
                text,
                head,
                left,
                begin,
                head.fonts().known(head.face(), paper.evidence().heading()));
        sheets.skip(SMALLEST * Sheets.LINE);
        Lines small = lines(Face.REGULAR, SMALLEST);
        for (String line : written) {
            sheets.text(text, small, left, sheets.down(), line);
            sheets.skip(SMALLEST * Sheets.LINE);
        }
    }

    private void code(float begin) throws IOException {
        QrCode code = QrCode.encodeText(paper.evidence().address(), Ecc.LOW);
        List<int[]> dark = new ArrayList<>();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    dark.add(new int[] {column, row});
                }
            }
        }
        PDStructureElement figure = sheets.tags().element("Figure");
        figure.setAlternateDescription(paper.evidence().address());
        sheets.squares(figure, Sheets.LEFT, begin, CODE / code.size, dark);
    }
}
