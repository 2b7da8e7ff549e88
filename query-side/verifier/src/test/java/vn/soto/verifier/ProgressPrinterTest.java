package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Tail;

/** A long check says how far it is; a short one says nothing. */
final class ProgressPrinterTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ProgressPrinter printer = new ProgressPrinter(new PrintStream(err, true, StandardCharsets.UTF_8));

    private void checked(long number) {
        printer.accept(new Tail(number, 2 * number, Instant.EPOCH, Instant.EPOCH, Hash.sha256()));
    }

    @Test
    void aLineForEachFiftyThousandCommits() {
        for (long number = 500; number < 120_000; number += 500) {
            checked(number);
        }
        checked(231_000);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "… đã kiểm tra 50000 lần ghi / checked 50000 commits",
                        "… đã kiểm tra 100000 lần ghi / checked 100000 commits",
                        "… đã kiểm tra 231000 lần ghi / checked 231000 commits");
    }

    @Test
    void nothingOfAShortOne() {
        checked(500);
        checked(49_999);
        assertThat(err.size()).isZero();
    }
}
