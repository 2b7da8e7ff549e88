package vn.soto.page.form;

import reactor.core.publisher.Mono;
import vn.soto.page.ApiAnswer;
import vn.soto.page.SentContent;
import vn.soto.page.View;

/** A page with a form, which is sent to the address at which it was opened. A bean of this type has {@link FormAt}. */
public interface FormPage {

    /** Pattern of its address, such as {@code /do/{command}}. */
    default String path() {
        return getClass().getAnnotation(FormAt.class).value();
    }

    Mono<Outcome> open(FormExchange asked);

    /** @param typed content of the form when it was sent; kept in the answer unless it is recorded */
    Mono<Outcome> sent(FormExchange asked, Typed typed);

    /** A page to whose address a script sends a file as it is, with the fields of the form in the address. */
    interface OfFiles extends FormPage {

        Mono<Outcome> sent(FormExchange asked, SentContent file);
    }

    /** The answer to a form. */
    sealed interface Outcome {}

    /** The page, with the form as it was filled in. */
    record Shown(View view, int status) implements Outcome {

        public static final int OK = 200;

        /** A form that is opened, or whose preview is shown. */
        public static Shown of(View view) {
            return new Shown(view, OK);
        }

        /** A form whose command was refused. */
        public static Shown refused(View view, int status) {
            return new Shown(view, status);
        }
    }

    /** A redirect to the recorded thing or to another address, so that a reload sends nothing. */
    record GoTo(String address) implements Outcome {}

    /** The page cannot be shown: what it asks for was refused. */
    record Refused(ApiAnswer problem) implements Outcome {}
}
