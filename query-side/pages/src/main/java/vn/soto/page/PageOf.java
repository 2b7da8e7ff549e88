package vn.soto.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** The question that a {@link QuestionPage} shows. */
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PageOf {

    /** As {@link QuestionPage#question}. */
    String value();

    /** As {@link QuestionPage#isPersonal}. */
    boolean personal() default true;
}
