package vn.soto.demo;

import java.util.stream.Stream;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.shared.Command;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * Puts the hash of a content into commands of the script that accept or return a version of a report, or decide by scores. The script names the version by
 * its number, because the hash depends on the ledger.
 */
record ReportedContent(LedgerReader ledger, EventCodec codec) {

    Command in(Command command) {
        return switch (command) {
            case AcceptReport of ->
                new AcceptReport(of.team(), of.quarter(), hash(of.report().toString(), of.content()));
            case ReturnReport of ->
                new ReturnReport(of.team(), of.quarter(), hash(of.report().toString(), of.content()), of.reason());
            case AcceptUnitReport of ->
                new AcceptUnitReport(of.unit(), of.quarter(), hash(of.report().toString(), of.content()));
            case DecideRound of ->
                new DecideRound(of.round(), scores(of.round()), of.places(), of.reason(), of.comparedAt());
            default -> command;
        };
    }

    /** Hash of the latest scores. */
    private String scores(RoundId round) {
        return ledger.aggregate(round.value(), 0, Integer.MAX_VALUE).stream()
                .map(codec::decode)
                .flatMap(event -> event instanceof RoundScored scored
                        ? Stream.of(scored.pin().content())
                        : Stream.<String>empty())
                .reduce((before, last) -> last)
                .orElseThrow(() -> new IllegalStateException(round + " is not scored"));
    }

    private String hash(String report, String version) {
        int number = Integer.parseInt(version);
        return ledger.aggregate(report, 0, Integer.MAX_VALUE).stream()
                .map(codec::decode)
                .flatMap(event -> switch (event) {
                    case QuarterlyReportSubmitted submitted
                    when submitted.version() == number -> Stream.of(submitted.contentHash());
                    case UnitReportSubmitted submitted
                    when submitted.version() == number -> Stream.of(submitted.hash());
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(report + " has no version " + version));
    }
}
