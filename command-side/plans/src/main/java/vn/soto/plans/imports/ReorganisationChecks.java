package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.table.Finding;

/** Checks the rows of one reorganisation against each other, independently of the ledger. */
final class ReorganisationChecks {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<UnitId> ended = new HashSet<>();
    private final Upload.Header header;

    private ReorganisationChecks(List<ReorganisationRow> rows, Upload.Header header) {
        this.header = header;
        rows.stream()
                .filter(row -> row.action().ends())
                .map(ReorganisationRow::unit)
                .forEach(ended::add);
    }

    static List<Finding> of(List<ReorganisationRow> rows, Upload.Header header) {
        ReorganisationChecks checks = new ReorganisationChecks(rows, header);
        rows.stream()
                .collect(Collectors.groupingBy(ReorganisationRow::unit, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(checks::ofOneUnit);
        rows.forEach(checks::references);
        return checks.findings;
    }

    private void ofOneUnit(List<ReorganisationRow> rows) {
        Set<Object> done = new HashSet<>();
        for (ReorganisationRow row : rows) {
            if (!done.add(List.of(row.action(), String.valueOf(row.action().ends() ? row.successor() : "")))) {
                action(row, "done-twice");
            }
        }
        List<ReorganisationRow> ends =
                rows.stream().filter(row -> row.action().ends()).toList();
        if (ends.isEmpty()) {
            return;
        }
        ReorganisationRow last = ends.getLast();
        if (rows.size() > ends.size()) {
            action(last, "ended-and-changed");
        }
        Set<ReorganisationAction> ways =
                ends.stream().map(ReorganisationRow::action).collect(Collectors.toSet());
        long successors = ends.stream()
                .map(ReorganisationRow::successor)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (ways.size() > 1) {
            action(last, "ended-in-two-ways");
        } else if (last.action() == ReorganisationAction.MERGE && successors > 1) {
            add(last, "successor", "merged-into-several", String.valueOf(last.successor()));
        } else if (last.action() == ReorganisationAction.SPLIT && successors < 2) {
            add(last, "successor", "split-into-one", String.valueOf(last.successor()));
        }
    }

    private void references(ReorganisationRow row) {
        UnitId successor = row.successor();
        if (successor != null && row.unit().equals(successor)) {
            add(row, "successor", "succeeds-itself", successor.value());
        } else if (successor != null && ended.contains(successor)) {
            add(row, "successor", "refers-to-an-ended-unit", successor.value());
        }
        UnitId parent = row.parent();
        if (parent != null && ended.contains(parent)) {
            add(row, "parent", "refers-to-an-ended-unit", parent.value());
        }
    }

    private void action(ReorganisationRow row, String code) {
        add(row, "action", code, EnumSynonyms.ACTIONS.word(row.action()));
    }

    private void add(ReorganisationRow row, String column, String code, String value) {
        findings.add(new Finding(row.number(), column, code, List.of(header.title(column), value), null));
    }
}
