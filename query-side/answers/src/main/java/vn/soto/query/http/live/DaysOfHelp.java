package vn.soto.query.http.live;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The days of records of help, by any of their versions. */
@FunctionalInterface
public interface DaysOfHelp {

    Map<String, Set<LocalDate>> of(Collection<String> assistances);
}
