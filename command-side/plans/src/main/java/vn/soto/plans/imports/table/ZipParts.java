package vn.soto.plans.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a packed file by name, case aside. Opening one unpacks everything once and keeps nothing: number, size,
 * ratio and checksum of the parts are known before the first is read.
 */
final class ZipParts implements AutoCloseable {

    static final int MOST_PARTS = 2_000;
    static final long MOST_UNPACKED = 256L * 1024 * 1024;

    /** Limit of the unpacked size of a part as a multiple of its packed size; of small parts, none. */
    static final int MOST_RATIO = 200;

    static final long SMALL = 4L * 1024 * 1024;

    private static final byte[] LOCKED = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Start of an entry of the directory; packed data holds it by accident once in four gigabytes. */
    private static final byte[] LISTED = {'P', 'K', 1, 2};

    private static final String BROKEN = "file-not-xlsx";
    private static final String TOO_LARGE = "file-unpacks-too-large";
    private static final int BUFFER = 16_384;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();

    /** @throws InvalidFileException if the file is not packed like a workbook or exceeds a limit */
    ZipParts(byte[] file) {
        if (isAt(file, 0, LOCKED)) {
            throw new InvalidFileException("file-locked");
        }
        if (listed(file) > MOST_PARTS) {
            throw new InvalidFileException(TOO_LARGE);
        }
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .setIgnoreLocalFileHeader(true)
                    .get();
            unpack();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidFileException(BROKEN);
        }
    }

    /** An upper limit of the entries of the directory, whose own count may lie. */
    private static int listed(byte[] file) {
        int listed = 0;
        for (int i = 0; i < file.length; i++) {
            listed += isAt(file, i, LISTED) ? 1 : 0;
        }
        return listed;
    }

    private static boolean isAt(byte[] file, int at, byte[] mark) {
        int i = 0;
        while (i < mark.length && at + i < file.length && file[at + i] == mark[i]) {
            i++;
        }
        return i == mark.length;
    }

    private void unpack() {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw new InvalidFileException("file-locked");
            }
            if (parts.put(key(part.getName()), part) != null || !zip.canReadEntryData(part)) {
                throw broken(part);
            }
            unpacked += unpack(part, buffer, MOST_UNPACKED - unpacked);
        }
    }

    /** @param most most bytes to which all parts from this one on may unpack */
    private long unpack(ZipArchiveEntry part, byte[] buffer, long most) {
        long largest = Math.max(SMALL, MOST_RATIO * part.getCompressedSize());
        CRC32 checksum = new CRC32();
        long size = 0;
        try (InputStream content = zip.getInputStream(part)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                size += length;
                if (size > most) {
                    throw new InvalidFileException(TOO_LARGE);
                }
                if (size > largest) {
                    throw new InvalidFileException(TablePlace.ofPart(part.getName()), TOO_LARGE);
                }
                checksum.update(buffer, 0, length);
            }
        } catch (IOException e) {
            throw broken(part);
        }
        if (checksum.getValue() != part.getCrc()) {
            throw broken(part);
        }
        return size;
    }

    private static InvalidFileException broken(ZipArchiveEntry part) {
        return new InvalidFileException(TablePlace.ofPart(part.getName()), BROKEN);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The content of a part; empty if there is none of this name. */
    Optional<InputStream> open(String name) throws IOException {
        ZipArchiveEntry part = parts.get(key(name));
        return part == null ? Optional.empty() : Optional.of(zip.getInputStream(part));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new InvalidFileException(BROKEN);
        }
    }
}
