/** Values as few bytes, by classes that are compiled for their records: the forms depend on the program, so they are for disposable files. */
@NullMarked
package vn.soto.events.stored;

import org.jspecify.annotations.NullMarked;
