package vn.soto.contracts.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The decisions about the personal data of somebody, as far as they decide which commands are possible.
 *
 * @param restrictedSince first day of the restriction of processing; absent unless it is restricted
 */
public record PersonStage(boolean erased, @Nullable LocalDate restrictedSince) {

    /** Of somebody about whom nothing is decided. */
    public static final PersonStage OPEN = new PersonStage(false, null);

    public boolean isKept() {
        return !erased;
    }

    public boolean isRestricted() {
        return restrictedSince != null;
    }

    public StateRefusals refusals() {
        return refuse(new StateRefusals());
    }

    /** Adds what it refuses to what the subject itself does. */
    public StateRefusals refuse(StateRefusals refusals) {
        String[] recording = {"record-member-profile", "record-household-contact"};
        refusals.unless(isKept(), "SUBJECT_IS_NOT_ERASED", recording)
                .unless(
                        isKept(),
                        "SUBJECT_IS_NOT_ERASED",
                        "erase-member-data",
                        "erase-household-data",
                        "erase-business-data",
                        "erase-request-data",
                        "restrict-processing")
                .unless(!isRestricted(), "PROCESSING_IS_NOT_RESTRICTED", "restrict-processing")
                .unless(isRestricted(), "PROCESSING_IS_RESTRICTED", "lift-restriction");
        return restrictedSince == null
                ? refusals
                : refusals.until(false, "PROCESSING_IS_NOT_RESTRICTED", List.of(restrictedSince), recording);
    }
}
