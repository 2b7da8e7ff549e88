package vn.soto.query.correction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.IdList;

/** The records of one kind of one team in the documents of a batch. */
record RestingDocuments(String team, RestingKind kind, Batch batch) {

    /** Months with records, by team and kind. */
    static final DocumentType<IdList> MONTHS = IdList.in("resting-months");

    private String list() {
        return team + "/" + kind;
    }

    private Stream<String> months() {
        return batch.find(MONTHS, list()).stream().flatMap(months -> months.ids().stream());
    }

    private Optional<RestingMonth> month(String month) {
        return batch.find(RestingMonth.KIND, list() + "/" + month);
    }

    void put(RestingRow row) {
        String month = YearMonth.from(row.day()).toString();
        IdList.add(MONTHS, list(), month, batch);
        batch.put(
                RestingMonth.KIND,
                month(month)
                        .orElseGet(() -> new RestingMonth(list() + "/" + month, List.of()))
                        .with(row));
    }

    /** The records with a day from {@code first} on, as they stood before a position. */
    List<RestingRow> since(LocalDate first, long before) {
        String from = YearMonth.from(first).toString();
        return months().filter(month -> month.compareTo(from) >= 0)
                .flatMap(month -> month(month).stream())
                .flatMap(month -> month.before(before).stream())
                .filter(row -> !row.day().isBefore(first))
                .toList();
    }

    /** A record as it stood before a position; the months are searched from the likely one, then from the latest. */
    Optional<RestingRow> find(String record, LocalDate likely, long before) {
        String first = YearMonth.from(likely).toString();
        return Stream.concat(
                        Stream.of(first),
                        months().filter(month -> !month.equals(first)).sorted(Comparator.reverseOrder()))
                .flatMap(month -> month(month).stream())
                .flatMap(month -> month.before(before, record).stream())
                .findFirst();
    }
}
