/** What a reorganisation of units would touch, before anybody carries it out. */
@NullMarked
package vn.soto.query.reorganisation;

import org.jspecify.annotations.NullMarked;
