package vn.soto.verifier;

import java.io.IOException;
import java.util.List;

/** One command of the verifier. */
@FunctionalInterface
interface ShellCommand {

    /**
     * @param arguments after the command's name
     * @throws UsageException if they are missing or contradict each other
     */
    void run(List<String> arguments) throws IOException;
}
