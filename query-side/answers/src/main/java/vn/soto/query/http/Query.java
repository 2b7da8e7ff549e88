package vn.soto.query.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.soto.web.AnsweredIn;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * A question: the method answers it as of the commit of the {@link Asked} that it is given, and returns the plain answer. Everything else
 * about a question is done for it: waiting, rights, the register of reads, freshness, links, sharing and the description of the API.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(method = RequestMethod.GET)
@Requires(EndpointRight.MAINTENANCE)
@AnsweredIn(QueryAnswer.class)
public @interface Query {

    /** Its address, with variables in braces. */
    @AliasFor(annotation = RequestMapping.class, attribute = "value")
    String at();

    /** Operation of the description of the API, where it is not called like class and method. */
    @AliasFor(annotation = RequestMapping.class, attribute = "name")
    String name() default "";

    @AliasFor(annotation = RequestMapping.class, attribute = "method")
    RequestMethod method() default RequestMethod.GET;

    @AliasFor(annotation = RequestMapping.class, attribute = "consumes")
    String[] consumes() default {};

    /** The type of an answer that is no JSON; the method returns the whole response. */
    @AliasFor(annotation = RequestMapping.class, attribute = "produces")
    String[] produces() default {};

    @AliasFor(annotation = Requires.class, attribute = "value")
    EndpointRight right();

    /** As of {@link Requires#of}. */
    @AliasFor(annotation = Requires.class, attribute = "of")
    String of() default "";

    /** As of {@link Requires#part}. */
    @AliasFor(annotation = Requires.class, attribute = "part")
    boolean part() default false;

    Effort effort() default Effort.SHARED;

    /** The effort of an answer. */
    enum Effort {
        /** It reads only the ledger and its read models as of the commit: accounts with the same rights may share it. */
        SHARED,
        /** It reads more, so that each who asks is answered anew. */
        ANEW,
        /** It takes a core for seconds, so that it waits for a place; each who asks is answered anew, too. */
        HEAVY
    }
}
