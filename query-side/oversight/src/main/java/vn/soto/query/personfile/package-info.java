/** A person's file: all that is recorded about one data subject, to be handed over when they ask for it. */
@NullMarked
package vn.soto.query.personfile;

import org.jspecify.annotations.NullMarked;
