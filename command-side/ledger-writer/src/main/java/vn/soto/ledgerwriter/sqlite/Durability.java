package vn.soto.ledgerwriter.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import vn.soto.ledger.sqlite.SqliteSession;

/** The moments that decide what is durable, or whether we know; tests let them fail, before or after the fact. */
interface Durability {

    Durability REAL = new Durability() {};

    default void commit(SqliteSession session) throws SQLException {
        session.prepared("COMMIT").execute();
    }

    /** Before the file is opened again after a failure. */
    default void reopen() throws SQLException {}

    default void anchor(FileChannel file, byte[] line, long offset) throws IOException {
        file.write(ByteBuffer.wrap(line), offset);
        file.force(false);
    }
}
