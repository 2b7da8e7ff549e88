package vn.soto.projection.file;

import vn.soto.projection.ReadModel;

/**
 * A decoded document in memory.
 *
 * @param bytes    of its stored form
 * @param checksum of its row
 */
record KeptDocument(ReadModel document, int bytes, long checksum) {

    /** Bytes of heap for each byte of the stored form, and for each document. */
    private static final int OF_BYTE = 8;

    private static final int OF_DOCUMENT = 256;

    /** An estimate. */
    int heap() {
        return OF_DOCUMENT + OF_BYTE * bytes;
    }
}
