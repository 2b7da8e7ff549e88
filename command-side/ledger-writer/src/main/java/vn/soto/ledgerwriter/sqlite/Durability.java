package vn.soto.ledgerwriter.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import vn.soto.ledger.sqlite.SqliteSession;

/** The operations that make commits durable, as a seam for tests: each can fail before or after it took effect. */
interface Durability {

    Durability REAL = new Durability() {};

    /** Nothing is synced, which whoever closed the file makes up for. */
    Durability AFTERWARDS = new Durability() {

        @Override
        public void opened(SqliteSession session) throws SQLException {
            session.run("PRAGMA synchronous=OFF");
        }

        @Override
        public void anchor(FileChannel file, byte[] line, long offset) throws IOException {
            file.write(ByteBuffer.wrap(line), offset);
        }
    };

    /** Called with each connection before it writes. */
    default void opened(SqliteSession session) throws SQLException {}

    default void commit(SqliteSession session) throws SQLException {
        session.prepared("COMMIT").execute();
    }

    /** Called before the file is reopened after a failure. */
    default void reopen() throws SQLException {}

    default void anchor(FileChannel file, byte[] line, long offset) throws IOException {
        file.write(ByteBuffer.wrap(line), offset);
        file.force(false);
    }
}
