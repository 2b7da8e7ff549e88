package vn.soto.plans.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.dispatch.StepReader;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.text.PersonalNumbers;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.kept.KeptText;
import vn.soto.ledgerwriter.kept.KeptTexts;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.imports.Upload.UploadedRow;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.Column;

/**
 * The rows that files left out, for whoever sent the file: kept for {@link #KEPT}, so that they can be mended and sent again. A row
 * is sealed under a key that needs the key of everybody it is about, so an erasure reaches it. If a row does not tell whom it
 * is about, its names, phones and addresses are not kept. No number of a person but a phone's is kept of any row. Thread-safe.
 *
 * @param ids of rows, to which the sealed texts are bound
 */
public record LeftOutRows(KeptTexts texts, Keyring keyring, Supplier<UUID> ids, Clock clock) {

    public static final Duration KEPT = Duration.ofDays(30);

    /** Rows that are kept of one file. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LeftOutRows.class);
    private static final JsonMapper JSON = StepReader.JSON;
    private static final String PHONE = "phone";

    /** A phone has fewer digits; a citizen number has so many. */
    private static final int DIGITS_OF_A_CITIZEN = 12;

    /**
     * A file of which rows were left out.
     *
     * @param file id of the plan of the others
     * @param until from when on they are gone
     */
    public record LeftOutFile(UUID file, int rows, Instant until) {}

    /** @param titles of the columns */
    private record StoredFile(ImportKind kind, List<String> titles, List<StoredRow> rows) {}

    /** @param about subjects whose keys open it */
    private record StoredRow(UUID id, List<String> about, Sealed cells) {}

    /** Keeps what a file left out; returns until when, or nothing if there is nothing, or it cannot be kept. */
    public Optional<Instant> keep(ImportService.Accepted accepted, Upload upload) {
        ImportService.LeftOut left = accepted.left();
        return left == null || left.rows().isEmpty()
                ? Optional.empty()
                : keep(UUID.fromString(accepted.plan().plan().value()), left, upload);
    }

    private Optional<Instant> keep(UUID file, ImportService.LeftOut left, Upload upload) {
        List<UploadedRow> rows = left.rows();
        Upload.Header header = left.header();
        try {
            keyring.prepare(rows.stream().flatMap(row -> row.about().stream()).collect(Collectors.toSet()));
            Map<String, Column> columns =
                    upload.kind().columns().stream().collect(Collectors.toMap(Column::name, column -> column));
            List<StoredRow> sealed = rows.stream()
                    .flatMap(row -> sealed(row, columns, header).stream())
                    .toList();
            List<String> titles =
                    header.places().keySet().stream().map(header::title).toList();
            if (sealed.isEmpty()) {
                return Optional.empty();
            }
            Instant until = Instant.ofEpochSecond(clock.instant().plus(KEPT).getEpochSecond());
            texts.keep(new KeptText(
                    file,
                    upload.actor(),
                    until,
                    JSON.writeValueAsString(new StoredFile(upload.kind(), titles, sealed))));
            return Optional.of(until);
        } catch (LedgerException.Unavailable e) {
            LOG.warn("the rows that a file left out are not kept", e);
            return Optional.empty();
        }
    }

    /** Empty for a row about somebody who is erased. */
    private Optional<StoredRow> sealed(UploadedRow row, Map<String, Column> columns, Upload.Header header) {
        UUID id = ids.get();
        List<String> cells = header.places().entrySet().stream()
                .map(column -> kept(
                        row.line().cell(column.getValue()),
                        Objects.requireNonNull(columns.get(column.getKey())),
                        row.about().isEmpty()))
                .toList();
        return keyring.reasonKey(id, row.about())
                .map(key -> new StoredRow(
                        id,
                        row.about().stream().map(Subject::toString).toList(),
                        key.seal(JSON.writeValueAsString(cells))));
    }

    private static String kept(Cell cell, Column column, boolean aboutNobody) {
        String text = cell.text();
        boolean left = column.name().equals(PHONE)
                ? text.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_CITIZEN
                : PersonalNumbers.areIn(text);
        return left || (aboutNobody && column.holds() == Column.Personal.SEALED) ? "" : text;
    }

    /** The files of an account, those that end first before the others. */
    public List<LeftOutFile> of(String owner, ImportKind kind) {
        return texts.of(owner, clock.instant()).stream()
                .flatMap(text -> of(text, kind).stream())
                .toList();
    }

    private static Optional<LeftOutFile> of(KeptText text, ImportKind kind) {
        StoredFile stored = JSON.readValue(text.text(), StoredFile.class);
        return stored.kind == kind
                ? Optional.of(new LeftOutFile(text.id(), stored.rows.size(), text.until()))
                : Optional.empty();
    }

    /** The rows of one file with their titles, as a file that can be mended and sent; without those about erased people. */
    public Optional<String> rows(UUID file, ImportKind kind, String owner) {
        return texts.of(owner, clock.instant()).stream()
                .filter(text -> text.id().equals(file))
                .map(text -> JSON.readValue(text.text(), StoredFile.class))
                .filter(stored -> stored.kind == kind)
                .findFirst()
                .map(this::csv);
    }

    private String csv(StoredFile stored) {
        return AnnotatedFile.text(
                stored.titles,
                stored.rows.stream().flatMap(row -> opened(row).stream()).toList());
    }

    private Optional<List<Cell>> opened(StoredRow row) {
        Set<Subject> about = row.about.stream().map(Subject::parse).collect(Collectors.toSet());
        return keyring.reasonKey(row.id, about)
                .flatMap(key -> key.open(row.cells))
                .map(cells -> JSON.readValue(cells, new TypeReference<List<String>>() {}).stream()
                        .map(Cell::of)
                        .toList());
    }

    public void discard(UUID file, String owner) {
        texts.remove(file, owner);
    }

    /** Removes what was kept long enough. */
    public void removeEnded() {
        texts.removeEnded(clock.instant());
    }
}
