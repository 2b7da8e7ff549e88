package vn.soto.verifier;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.SqliteLedgerReader;

/** Prints the result of a command and the state of its ledger. */
record LedgerReport(PrintStream out, PrintStream err) {

    void print(String result, Path file, Tail tail) {
        print(result, file.toString(), SqliteLedgerReader.originOf(file), tail);
    }

    void print(String result, String place, String origin, Tail tail) {
        out.println(result);
        out.println("  tệp / file:                  " + place);
        out.println("  sổ / ledger:                 " + origin);
        out.println("  lần ghi / commits:           " + tail.number());
        out.println("  sự kiện / events:            " + tail.next());
        out.println("  đến lúc / recorded until:    " + tail.at());
        out.println("  mã chuỗi / head:             " + tail.number() + ":" + tail.chain());
    }

    void accounts(Path file, OptionalLong number) {
        number.ifPresent(
                accounts -> out.println("  tài khoản / accounts:        %1$d (%2$s)".formatted(accounts, file)));
    }

    Consumer<Tail> progress() {
        return new ProgressPrinter(err);
    }
}
