package io.overture.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Values of every kind that JavaScript has, as its source text; evaluating it harms nobody, reading the value may. */
final class OddValues {

    private static final String[] STRINGS = {
        "'W-100'",
        "''",
        "' '",
        "'Ring@54'",
        "'jane.doe@example.com'",
        "'jane%40example.com'",
        "'x'.repeat(511)+'\uD83D\uDC8D'",
        "'x'.repeat(513)",
        "'x'.repeat(40000)",
        "'\\ud83d'",
        "'\\ude00x'",
        "'Bague \\ud83d'",
        "'\\u0000'",
        "'\\u2028'",
        "'\uD83D\uDC8D'.repeat(25)",
        "'é'.repeat(600)",
        "'EUR'",
        "'eur'",
        "' EUR '",
        "'RMB'",
        "'XYZ'",
        "'€'",
        "'US$'",
        "'12.500'",
        "'12,500.00'",
        "'12.500,00'",
        "'€ 12500'",
        "'12 500 €'",
        "'１２５００'",
        "'CHF 12’500.–'",
        "'3.5'",
        "'3e9'",
        "'1e400'",
        "'-5'",
        "'0x10'",
        "'NaN'",
        "'Infinity'",
        "'true'",
        "'null'",
        "'undefined'",
        "'[object Object]'",
        "'__proto__'",
        "'constructor'",
        "'{}'",
        "'granted'",
        "'5000'",
        "'sizing'",
        "'fr_FR'"
    };
    private static final String[] NUMBERS = {
        "1",
        "0",
        "-0",
        "-1",
        "NaN",
        "Infinity",
        "-Infinity",
        "3.5",
        "12500",
        "2024",
        "0.1+0.2",
        "1/3",
        "1e-7",
        "5e-324",
        "3e9",
        "2**53",
        "1e12",
        "1e12+1",
        "1e21",
        "1.7976931348623157e308",
        "86400001",
        "12500n",
        "-1n",
        "10n**30n"
    };
    private static final String[] THINGS = {
        "null",
        "undefined",
        "true",
        "false",
        "Symbol('x')",
        "Symbol.iterator",
        "()=>1",
        "class{}",
        "new Date(0)",
        "new Date(NaN)",
        "/x/g",
        "new Map([[1,2]])",
        "new Set([1])",
        "new String('W-100')",
        "new Number(5)",
        "new Boolean(false)",
        "Object.create(null)",
        "window",
        "document.body",
        "document.all",
        "new Error('x')",
        "Promise.resolve(1)",
        "new Uint8Array(3)",
        "[,,1]",
        "{length:1e9}",
        "{length:1,0:{item_id:'W-100'}}",
        "((o)=>(o.self=o))({})",
        "((a)=>(a[0]=a))([])",
        "(()=>{let o={};for(let i=0;i<9000;i++)o={o};return o})()",
        "(()=>{let a=[];for(let i=0;i<9;i++)a=[a];return a})()",
        "{toJSON(){throw 1}}",
        "{toJSON(){return 'odd'}}",
        "{toJSON(){}}",
        "{valueOf(){throw 1},toString(){throw 1}}",
        "{toString(){return {}}}",
        "{toString(){return 'W-7'}}",
        "{valueOf(){return -1}}",
        "{get length(){throw 1}}",
        "new Proxy({},{get(){throw 1},ownKeys(){throw 1},has(){throw 1}})",
        "new Proxy([],{get(){throw 1}})",
        "(()=>{const p=Proxy.revocable({},{});p.revoke();return p.proxy})()",
        "Object.freeze({item_id:'W-100'})",
        "Object.freeze([{item_id:'W-100'}])",
        "{[Symbol.toPrimitive](){throw 1}}",
        "{*[Symbol.iterator](){throw 1}}",
        "{get [Symbol.iterator](){throw 1}}",
        "(function(){return arguments})('event')",
        "document.createElement('iframe')",
        "new Array(300).fill('W-1')",
        "new Array(300).fill({item_id:'W-1'})",
        "Object.fromEntries(new Array(90).fill(0).map((_,i)=>['f'+i,i]))"
    };
    private static final String[] ODD_KEYS = {
        "''",
        "'a b'",
        "['x'.repeat(41)]",
        "['__proto__']",
        "'é'",
        "'1'",
        "[Symbol('k')]",
        "'a.b'",
        "'toJSON'",
        "'length'",
        "'constructor'",
        "'\uD83D\uDC8D'",
        "['x'.repeat(600)]",
        "'event'"
    };
    private static final int DEEPEST = 4;

    private final Choices choices;

    OddValues(Choices choices) {
        this.choices = choices;
    }

    String any() {
        return any(0);
    }

    String string() {
        return choices.of(STRINGS);
    }

    private String any(int depth) {
        int kinds = depth < DEEPEST ? 6 : 3;
        return switch (choices.below(kinds)) {
            case 0 -> string();
            case 1 -> choices.of(NUMBERS);
            case 2, 3 -> choices.of(THINGS);
            case 4 -> list(4, () -> any(depth + 1));
            default -> object(5, () -> choices.of(ODD_KEYS), () -> any(depth + 1));
        };
    }

    String list(int most, Supplier<String> element) {
        return "[" + String.join(",", several(most, element)) + "]";
    }

    /** Some fields may be getters, and a few of those throw; spread and wide ones are rare. */
    String object(int most, Supplier<String> key, Supplier<String> value) {
        var fields = several(most, () -> field(choices.once(8) ? choices.of(ODD_KEYS) : key.get(), value));
        if (choices.once(20)) {
            fields.addFirst("...Object.fromEntries(Array.apply(null,{length:60}).map((_,i)=>['shop_'+i,i]))");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String field(String key, Supplier<String> value) {
        return switch (choices.below(16)) {
            case 14 -> "get " + key + "(){return " + value.get() + "}";
            case 15 -> "get " + key + "(){throw new Error('odd')}";
            default -> key + ":" + value.get();
        };
    }

    private List<String> several(int most, Supplier<String> one) {
        var all = new ArrayList<String>();
        for (int left = choices.below(most + 1); left > 0; left--) {
            all.add(one.get());
        }
        return all;
    }
}
