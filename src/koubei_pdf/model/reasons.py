"""What the operating system says of a failure (`OSError.strerror`), in Chinese."""

from __future__ import annotations

IN_CHINESE = {
    "Disk quota exceeded": "超出了磁盘配额",
    "File name too long": "文件名太长",
    "Cannot allocate memory": "内存不够",
    "Connection timed out": "等待超时",
    "Input/output error": "设备读写出错",
    "Is a directory": "是文件夹",
    "No space left on device": "磁盘已满",
    "No such file or directory": "没有这个文件或文件夹",
    "Not a directory": "路径里有一段不是文件夹",
    "Operation not permitted": "不允许这样做",
    "Permission denied": "没有权限",
    "Read-only file system": "磁盘是只读的",
    "Stale file handle": "网络盘断开了",
    "Too many levels of symbolic links": "链接绕成了圈",
    "Too many open files": "打开的文件太多",
}
