package vn.soto.query.assistance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Documents;
import vn.soto.query.http.live.DaysOfHelp;

/** The days that a record of help has or had. */
@Component
record StatedDays(Documents documents) implements DaysOfHelp {

    @Override
    public Map<String, Set<LocalDate>> of(Collection<String> assistances) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        documents
                .find(Assistance.KIND, assistances)
                .forEach((id, record) -> days.put(
                        id,
                        record.versions().stream()
                                .map(version -> VietnamTime.day(
                                        version.state().content().occurredAt()))
                                .collect(Collectors.toUnmodifiableSet())));
        return days;
    }
}
