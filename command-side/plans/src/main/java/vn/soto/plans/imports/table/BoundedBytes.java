package vn.soto.plans.imports.table;

import java.io.ByteArrayOutputStream;

/** The bytes of a file that is sent back, up to a limit. */
final class BoundedBytes extends ByteArrayOutputStream {

    static final int MOST = 64 * 1024 * 1024;

    private static final int MEGABYTE = 20;

    @Override
    public synchronized void write(int b) {
        require(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] b, int off, int len) {
        require(len);
        super.write(b, off, len);
    }

    private void require(int more) {
        if (count + (long) more > MOST) {
            throw new InvalidFileException("file-back-too-large", MOST >> MEGABYTE);
        }
    }
}
