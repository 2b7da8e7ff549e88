package vn.soto.query.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.reads.ReadsNotRecordedException;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.NamesReason;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingReason;

/**
 * Records accesses to personal data: for each subject opened for an answer, an entry of the register of reads, a line
 * and a count. None contains the data read. An answer whose entries are not certainly recorded is not given.
 */
@Component
public final class AccessLog {

    /** Name of the logger, by which operators route and retain its lines. */
    private static final Logger LOG = LoggerFactory.getLogger("vn.soto.access");

    private static final Logger GENERAL = LoggerFactory.getLogger(AccessLog.class);

    /** Characters that could end a line or forge another one. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** The subjects opened for the answer that the thread is making; outside an answer nothing can be opened. */
    private static final ScopedValue<Set<Opened>> OPENED = ScopedValue.newInstance();

    private final PersonalDataReads register;
    private final PersonReadingPace pace;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    AccessLog(PersonalDataReads register, PersonReadingPace pace, MeterRegistry meters, Clock clock) {
        this.register = register;
        this.pace = pace;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param subject as in {@link PersonalDataRead}
     * @param by      role that permits it
     * @param reason  why, where it has to be stated
     */
    private record Opened(String subject, Role by, @Nullable ReadingReason reason) {

        static Opened of(String subject, Role by) {
            NamesReason purpose = Reader.current().asker().purpose();
            Optional<ReadingReason> reason = Reader.current()
                    .reason()
                    .or(() -> Optional.ofNullable(purpose).map(why -> new ReadingReason(why, Map.of())));
            return new Opened(subject, by, reason.isPresent() ? reason.get() : null);
        }

        /** Absent where nothing was added to the reason. */
        @Nullable
        Sealed words() {
            return reason == null || reason.words().isEmpty()
                    ? null
                    : reason.words().get(Subject.parse(subject));
        }

        String kind() {
            return subject.substring(0, subject.indexOf(':'));
        }

        String role() {
            return by.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Notes that a subject's data was opened for the answer being made. */
    public void read(Subject subject, Role by) {
        OPENED.get().add(Opened.of(subject.toString(), by));
    }

    /** Notes that the text beside the reason of a command was opened. */
    public void readReason(UUID command, Role by) {
        OPENED.get().add(Opened.of("reason:" + command, by));
    }

    /**
     * Makes an answer and returns it once everything opened for it is recorded. Throws the problem of an account that
     * opened the data of too many persons. Subjects opened before for the same page are recorded and counted already.
     * The answers of a page are recorded one after the other: each subject has one entry.
     *
     * @param before subjects that were; those of this answer are added
     * @param most   number of subjects that may be opened together with those before
     * @throws ReadsNotRecordedException if that is not certain
     */
    <T> T recorded(Set<String> before, int most, Supplier<T> answer) {
        Set<Opened> opened = new LinkedHashSet<>();
        T made = ScopedValue.where(OPENED, opened).call(answer::get);
        if (!opened.isEmpty()) {
            synchronized (before) {
                record(before, most, opened);
            }
        }
        return made;
    }

    private void record(Set<String> before, int most, Set<Opened> opened) {
        opened.removeIf(each -> before.contains(each.subject));
        if (before.size() + opened.size() > most) {
            throw QueryProblemException.namesWithoutReason(most);
        }
        if (!opened.isEmpty()) {
            pace.take(
                    Reader.current().asker().account(),
                    opened.stream().map(Opened::subject).toList());
            record(opened);
            opened.forEach(each -> before.add(each.subject));
        }
    }

    /** Whether nobody's data was opened so far for the answer being made. */
    boolean hasOpenedNothing() {
        return OPENED.get().isEmpty();
    }

    private void record(Set<Opened> opened) {
        Instant now = clock.instant();
        Asker asker = Reader.current().asker();
        String question = RecordedAddress.of(asker.question());
        try {
            register.append(opened.stream()
                    .map(each -> new PersonalDataRead(
                            now,
                            asker.account(),
                            each.role(),
                            each.subject,
                            question,
                            each.reason == null ? null : each.reason.reason().name(),
                            each.words()))
                    .toList());
        } catch (ReadsNotRecordedException e) {
            meters.counter("soto.personal-data.reads.not-recorded").increment();
            if (trouble.getAndSet(String.valueOf(e.getMessage())) == null) {
                GENERAL.error("personal data is not shown until the register of reads can be written", e);
            }
            throw e;
        }
        trouble.set(null);
        // The account is the last value of the line, because its issuer may choose any name.
        opened.forEach(each -> LOG.info("read {} as {} by {}", each.subject, each.role(), printable(asker.account())));
        opened.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.kind(), each.role()), Collectors.counting()))
                .forEach((of, number) -> meters.counter(
                                "soto.personal-data.reads", "kind", of.getFirst(), "role", of.getLast())
                        .increment(number));
    }

    static String printable(String account) {
        return UNPRINTABLE.matcher(account).replaceAll("?");
    }

    /** Why the last answer with personal data was not given; empty once one was. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }
}
