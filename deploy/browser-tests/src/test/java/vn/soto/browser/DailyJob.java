package vn.soto.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The jobs of people's days that a story does by clicking from their home; its effect is read back from the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface DailyJob {

    /** Numbers of the list in {@link DailyJobsTest}. */
    int[] value();
}
