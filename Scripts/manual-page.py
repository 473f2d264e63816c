#!/usr/bin/env python3
"""Writes the manual page from what the program says about itself.

    kerncijfers --experimental-dump-help | manual-page.py VERSION > kerncijfers.1
"""

import json
import sys


def escaped(text):
    """The text as roff prints it: hyphens that can be copied, no requests by accident."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.split("\n"))


def paragraphs(text, level):
    """A discussion: a line in capitals is a heading, what is indented below it stays as it is."""
    lines = []
    in_block = False
    for line in text.rstrip().split("\n"):
        is_indented = line.startswith("  ")
        if in_block and line.strip() and not is_indented:
            lines.append(".fi\n.RE")
            in_block = False
        if line and line == line.upper() and line.strip().isalpha() or line == "EXIT CODES":
            lines.append(f".{level} {line.capitalize() if level == 'SS' else line}")
        elif is_indented:
            if not in_block:
                lines.append(".RS 2\n.nf")
                in_block = True
            lines.append(escaped(line[2:]))
        elif not line.strip():
            lines.append("" if in_block else ".PP")
        else:
            lines.append(escaped(line))
    if in_block:
        lines.append(".fi\n.RE")
    return "\n".join(line for line in lines if line != "")


def spelling(name):
    return ("-" if name["kind"] == "short" else "--") + name["name"]


def shown(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def usage(argument):
    value = f"\\fI{escaped(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        text = value
    else:
        text = f"\\fB{escaped(spelling(argument['preferredName']))}\\fR"
        if argument["kind"] == "option":
            text += " " + value
    if argument.get("isRepeating"):
        text += " ..."
    return f"[{text}]" if argument["isOptional"] else text


def tagged(argument):
    value = f"\\fI{escaped(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        head = value
    else:
        head = ", ".join(f"\\fB{escaped(spelling(n))}\\fR" for n in argument["names"])
        if argument["kind"] == "option":
            head += " " + value
    text = argument.get("abstract", "")
    values = argument.get("allValueStrings") or argument.get("allValues")
    if values:
        text += f" One of {', '.join(values)}."
    if argument.get("defaultValue") and argument["kind"] == "option" and argument["valueName"] != "jobs":
        text += f" (default: {argument['defaultValue']})"
    return f".TP\n{head}\n{escaped(text.strip())}"


def command_section(command, name, common):
    own = [a for a in shown(command) if a not in common]
    parts = [f".SS {name} {command['commandName']}", escaped(command.get("abstract", ""))]
    words = " ".join(usage(a) for a in own) or ""
    parts.append(f".PP\n\\fB{name} {command['commandName']}\\fR {words}".rstrip())
    parts += [tagged(a) for a in own]
    if command.get("discussion"):
        parts.append(".PP\n" + paragraphs(command["discussion"].replace("EXAMPLES\n", ""), "SS"))
    return "\n".join(parts)


def main():
    program = json.load(sys.stdin)["command"]
    name = program["commandName"]
    commands = [
        c for c in program["subcommands"] if c["commandName"] != "help" and c.get("shouldDisplay", True)
    ]
    common = [a for a in shown(commands[0]) if all(a in shown(c) for c in commands)]
    print(f'.TH {name.upper()} 1 "" "{name} {sys.argv[1]}" "User Commands"')
    print(f".SH NAME\n{name} \\- {escaped(program['abstract'].rstrip('.'))}")
    print(f".SH SYNOPSIS\n\\fB{name}\\fR \\fIcommand\\fR [\\fIoptions\\fR]")
    print(paragraphs(program["discussion"], "SH"))
    print(".SH OPTIONS\nEvery command has these.")
    print("\n".join(tagged(a) for a in common))
    print(".SH COMMANDS")
    print("\n".join(command_section(c, name, common) for c in commands))
    print(
        ".SH FILES\n.TP\n\\fIinputs/exports/\\fR, \\fIinputs/definitions/\\fR, \\fIinputs/published/\\fR\n"
        "What a project folder holds.\n.TP\n\\fIreports/\\fR\nWhat a run writes."
    )


main()
