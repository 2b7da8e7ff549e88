package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Guard;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.Seeds;

final class OperationLineTest {

    @Test
    void everyOperationIsReadAsItWasWritten() {
        Seeds.each(
                5,
                seed -> assertThat(SoundRun.of(seed).operations())
                        .allSatisfy(operation -> assertThat(OperationLine.parse(OperationLine.write(operation)))
                                .contains(operation)));
    }

    @Test
    void namesMayHoldAnything() {
        Attempt attempt = new Attempt(
                Drafts.uuid("x"),
                null,
                CommitContent.of(Drafts.one("x", "x", 0)),
                List.of(new Guard("tổ 1,2@3", -1), new Guard("-", 5)));
        Operation operation =
                new Operation.Append("một hai\n", -5, Operation.NEVER, attempt, new OperationOutcome.Uncertain());

        String line = OperationLine.write(operation);

        assertThat(line).matches("[ -~]+");
        assertThat(OperationLine.parse(line)).contains(operation);
    }

    /** A process may be killed while it writes. */
    @Test
    void aLineCutOffAnywhereIsLeftOut() {
        String line = OperationLine.write(SoundRun.of(1).operations().getFirst());
        assertThat(IntStream.range(0, line.length()).mapToObj(length -> line.substring(0, length)))
                .allSatisfy(part -> assertThat(OperationLine.parse(part)).isEmpty());
    }

    @Test
    void otherOutputIsLeftOut() {
        assertThat(OperationLine.parse("12:00:01 INFO started end")).isEmpty();
    }
}
