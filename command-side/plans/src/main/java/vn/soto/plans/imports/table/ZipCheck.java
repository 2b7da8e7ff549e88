package vn.soto.plans.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Scans a ZIP file, by the same directory as its reader, before it is parsed: limits its unpacked size and the length
 * of a text, and refuses entities. A decompression bomb is refused after some megabytes.
 */
final class ZipCheck {

    static final long MOST_UNPACKED = 256L * 1024 * 1024;
    static final long MOST_SHARED_TEXTS = 48L * 1024 * 1024;
    static final int MOST_ENTRIES = 2_000;

    /** Limit of one text or tag; a spreadsheet cell holds at most 32,767 characters. */
    static final int LONGEST_RUN = 200_000;

    private static final String SHARED_TEXTS = "sharedStrings.xml";

    private ZipCheck() {}

    static void check(byte[] file) {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[16_384];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                require(++entries <= MOST_ENTRIES);
                long left = MOST_UNPACKED - unpacked;
                long most = entry.getName().endsWith(SHARED_TEXTS) ? Math.min(left, MOST_SHARED_TEXTS) : left;
                try (InputStream content = zip.getInputStream(entry)) {
                    unpacked += read(content, buffer, entry.getName(), most);
                }
            }
        } catch (IOException e) {
            throw new InvalidFileException("file-not-xlsx");
        }
        if (entries == 0) {
            throw new InvalidFileException("file-not-xlsx");
        }
    }

    private static long read(InputStream zip, byte[] buffer, String name, long most) throws IOException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        long size = 0;
        int run = 0;
        int before = 0;
        int beforeThat = 0;
        for (int length = zip.read(buffer); length >= 0; length = zip.read(buffer)) {
            size += length;
            require(size <= most);
            for (int i = 0; xml && i < length; i++) {
                int now = buffer[i];
                run = now == '<' || now == '>' ? 0 : run + 1;
                require(run <= LONGEST_RUN);
                // Spreadsheets never declare a document type; entity expansion is the classic XML attack.
                require(!(beforeThat == '<' && before == '!' && now == 'D'));
                beforeThat = before;
                before = now;
            }
        }
        return size;
    }

    private static void require(boolean harmless) {
        if (!harmless) {
            throw new InvalidFileException("file-unpacks-too-large");
        }
    }
}
