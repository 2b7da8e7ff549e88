package vn.soto.domain.shared;

/** Something asked of the system: a record with {@link ClientCommand}, typed; personal data in it is sealed. */
public interface Command {

    /** The public name of a kind of command. */
    static String nameOf(Class<? extends Command> type) {
        return issued(type).as();
    }

    /** How clients issue a kind of command. */
    static ClientCommand issued(Class<? extends Command> type) {
        ClientCommand issued = type.getAnnotation(ClientCommand.class);
        if (issued == null) {
            throw new IllegalArgumentException("a command states how it is issued: " + type);
        }
        return issued;
    }
}
