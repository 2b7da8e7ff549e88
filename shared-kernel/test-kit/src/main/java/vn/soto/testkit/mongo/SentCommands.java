package vn.soto.testkit.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Keeps the commands a client sent, each as it went over the wire. */
public final class SentCommands implements CommandListener {

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    /** Copies the command: the event shows a buffer that the driver uses again. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommand().clone());
    }

    /** The commands with this name, such as {@code insert}, in the order they were sent. */
    public List<BsonDocument> named(String name) {
        return commands.stream()
                .filter(command -> command.getFirstKey().equals(name))
                .toList();
    }

    public void clear() {
        commands.clear();
    }
}
