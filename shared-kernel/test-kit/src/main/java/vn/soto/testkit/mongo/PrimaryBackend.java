package vn.soto.testkit.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.List;

/** Data in memory that outlive the server before them, and the greeting of a replica set's primary. */
final class PrimaryBackend extends MemoryBackend {

    /** Of MongoDB 7.0: old enough for every command the emulator knows, new enough for the driver. */
    private static final int WIRE_VERSION = 21;

    private volatile String address = "";

    /** Whether requests are carried out and answered. */
    private volatile boolean up;

    void start(String address) {
        this.address = address;
        up = true;
    }

    /** From now on a request is not carried out, and one that is being carried out is not answered. */
    void halt() {
        up = false;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        requireUp(channel);
        Document answer = greets(command)
                ? greeting(super.handleCommand(channel, database, "ismaster", query))
                : super.handleCommand(channel, database, command, query);
        requireUp(channel);
        return answer;
    }

    /** Keeps the data, which stand in for the disk. */
    @Override
    public void close() {}

    private static boolean greets(String command) {
        return command.equalsIgnoreCase("hello") || command.equalsIgnoreCase("ismaster");
    }

    private Document greeting(Document answer) {
        return answer.append("helloOk", true)
                .append("isWritablePrimary", true)
                .append("secondary", false)
                .append("setName", Emulator.REPLICA_SET)
                .append("setVersion", 1)
                .append("hosts", List.of(address))
                .append("primary", address)
                .append("me", address)
                .append("logicalSessionTimeoutMinutes", 30)
                .append("maxWireVersion", WIRE_VERSION);
    }

    private void requireUp(Channel channel) {
        if (!up) {
            var _ = channel.close();
            throw new MongoServerException("the server is down");
        }
    }
}
