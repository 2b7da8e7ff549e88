/** Pages for people: functions from the answers of the API to HTML. */
@NullMarked
package vn.soto.page;

import org.jspecify.annotations.NullMarked;
