package vn.soto.plans.imports.table;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.soto.contracts.shared.Text;

/** A CSV file as spreadsheets write it. Lines that start with {@code #} are comments. */
final class CsvTable implements Table {

    /** The header starts within this number of characters, comments included. */
    private static final int HEADER_WITHIN = 65_536;

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.ALLOW_COMMENTS)
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build();

    private final MappingIterator<String[]> records;
    private final List<String> header;

    CsvTable(byte[] file) {
        CharBuffer text = decoded(file);
        char separator = separator(text);
        try {
            Reader reader = new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining());
            records = CSV.readerFor(String[].class)
                    .with(CsvSchema.emptySchema().withColumnSeparator(separator).withComments())
                    .readValues(reader);
            if (!records.hasNextValue()) {
                throw new InvalidFileException("file-empty");
            }
            header = Stream.of(records.nextValue()).map(CsvTable::normalised).toList();
        } catch (JacksonException e) {
            throw new InvalidFileException("file-not-csv");
        }
    }

    private static CharBuffer decoded(byte[] file) {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (starts(file, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
        } else if (starts(file, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (starts(file, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file, skip, file.length - skip));
        } catch (CharacterCodingException e) {
            throw new InvalidFileException("file-not-utf8");
        }
    }

    private static boolean starts(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The separator that occurs most often in the header. */
    private static char separator(CharSequence text) {
        String header = text.subSequence(0, Math.min(text.length(), HEADER_WITHIN))
                .toString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .findFirst()
                .orElse("");
        long commas = count(header, ',');
        long semicolons = count(header, ';');
        long tabs = count(header, '\t');
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }

    private static String normalised(@Nullable String text) {
        return text == null ? "" : Text.normalised(text);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Iterator<TableLine> lines() {
        return new Iterator<>() {
            private int row = 1;
            private @Nullable TableLine next;

            @Override
            public boolean hasNext() {
                while (next == null && hasMore()) {
                    TableLine line = line(++row);
                    next = line.isBlank() ? null : line;
                }
                return next != null;
            }

            @Override
            public TableLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                TableLine line = Objects.requireNonNull(next);
                next = null;
                return line;
            }
        };
    }

    private boolean hasMore() {
        try {
            return records.hasNextValue();
        } catch (JacksonException e) {
            throw new InvalidFileException("file-not-csv");
        }
    }

    private TableLine line(int row) {
        try {
            return new TableLine(
                    row,
                    Stream.of(records.nextValue())
                            .map(CsvTable::normalised)
                            .map(text -> text.isEmpty() ? Cell.EMPTY : new Cell(text, null))
                            .toList());
        } catch (JacksonException e) {
            throw new InvalidFileException("file-not-csv");
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
