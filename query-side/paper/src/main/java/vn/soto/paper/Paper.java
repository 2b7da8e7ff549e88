package vn.soto.paper;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content of an official paper, in the order in which decree 30/2020 sets it. Nothing of it depends on the moment of
 * writing.
 *
 * @param language   of its texts; those of the State are always Vietnamese
 * @param superior   organ above the issuing one; empty if none is named
 * @param organ      issuing organ
 * @param number     line for the number that an office gives the paper
 * @param dated      place and day
 * @param kind       kind of paper, such as a report
 * @param about      subject of the paper
 * @param mark       lack that keeps it from being in force, such as that it is a draft; empty if there is none
 * @param signatures offices that sign, from the left
 * @param recipients those who get the paper
 * @param evidence   source of the content, on the last sheet
 * @param madeAt     time of the version that the paper prints; absent for one without versions
 */
public record Paper(
        Locale language,
        String superior,
        String organ,
        String number,
        String dated,
        String kind,
        String about,
        String mark,
        List<Block> body,
        List<Signature> signatures,
        List<String> recipients,
        Evidence evidence,
        @Nullable Instant madeAt) {

    /** A part of the body. */
    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    /**
     * @param rows  texts, one for each column
     * @param total last row, as long as the others; empty if nothing is added up
     */
    public record Table(List<Column> columns, List<List<String>> rows, List<String> total) implements Block {}

    /**
     * @param weight share of the width
     * @param number whether its texts are numbers, which end at the right
     */
    public record Column(String title, int weight, boolean number) {}

    /**
     * @param office title of who signs
     * @param how    note below it
     */
    public record Signature(String office, String how) {}

    /**
     * @param heading of the lines
     * @param lines   moment and hashes in the ledger
     * @param address of the page with the same content, also as a code to scan
     */
    public record Evidence(String heading, List<String> lines, String address) {}

    /** The same with another note of where its content is from. */
    public Paper with(Evidence other) {
        return new Paper(
                language,
                superior,
                organ,
                number,
                dated,
                kind,
                about,
                mark,
                body,
                signatures,
                recipients,
                other,
                madeAt);
    }

    /** Number of rows in all tables. */
    int rows() {
        return body.stream()
                .mapToInt(block -> block instanceof Table table ? table.rows().size() : 0)
                .sum();
    }
}
