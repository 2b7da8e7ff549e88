/** The pages of what is recorded about a person, and of requests about it. */
@NullMarked
package vn.soto.page.person;

import org.jspecify.annotations.NullMarked;
